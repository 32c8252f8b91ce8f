# Acts not in force any more: the page of the platform administrator.
work-nav-acts = Acts not in force
work-acts = Acts not in force any more
work-acts-lead = When a description refers to one of these acts, quality control warns and says what is in force now. After a change the descriptions that refer to the act are judged again bit by bit.
work-acts-find = Find an act
work-acts-find-send = Filter
work-acts-act = Legal act
work-acts-number = Number at likumi.lv
work-acts-set = Form of an act
work-acts-add = Add an act
work-acts-change = Change an act
work-acts-address = Address or number of the act
work-acts-address-hint = The address at likumi.lv, or the number there, for example 57255.
work-acts-title = Title of the act
work-acts-successor = What stands in its place
work-acts-successor-hint = The title of the act that is in force now.
work-acts-link = Address or number of the act in force
work-acts-link-hint = An address on the web, or the number at likumi.lv.
work-acts-save = Save
work-acts-cancel = Cancel
work-acts-remove = Remove
work-acts-none = There is no act in the list yet.
work-acts-none-found = There is no such act in the list.
work-acts-more = { $count ->
    [one] { $count } more act. Find it by its title or number.
   *[other] { $count } more acts. Find them by title or number.
}
done-act = The act is saved. Descriptions that refer to it are judged again.
done-act-removed = The act is removed from the list. Descriptions that refer to it are judged again.
error-act = There is no such act in the list.
error-act-changed = Somebody else changed this act meanwhile, and what you wrote was not kept. Open it again.
error-act-known = This act is in the list already. Find it and change it.
error-act-other = The number of an act does not change. Add the other act and remove this one.
error-act-address = Type the address at likumi.lv, or the number there.
error-act-title = Type the title of the act, of up to 300 characters.
error-act-successor = Type the title of the act that is in force now, of up to 300 characters.
error-act-link = Type an address on the web of up to 300 characters, or the number at likumi.lv.
error-act-itself = This must be another act, not the same one.
error-acts-full = There are as many acts as there may be: { $most }. Remove one before you add another.
