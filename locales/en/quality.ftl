# Rules of quality control: what is wrong, why it matters, how to put it right.

quality-text-missing = Text is missing
quality-text-missing-why = The regulation asks for this of every service. Without it clients do not know what awaits them.
quality-text-missing-fix = Write the text in Latvian.

quality-latvian-missing = The text is in English only
quality-latvian-missing-why = The note is there in English and not in Latvian, so those who read the state language miss it.
quality-latvian-missing-fix = Write the same in Latvian, or delete the English text.

quality-english-missing = No English text
quality-english-missing-why = People who do not read Latvian use the description too; the EU Single Digital Gateway asks for English.
quality-english-missing-fix = Write the same in English.

quality-english-detail-missing = A note has no English
quality-english-detail-missing-why = The note is there in Latvian only, so readers of the English page see Latvian.
quality-english-detail-missing-fix = Translate the note.

quality-list-missing = The list is empty
quality-list-missing-why = Every service needs steps, documents, conditions and legal acts.
quality-list-missing-fix = Add at least one entry. If nothing is needed, say so in words.

quality-territory-missing = Territory is missing
quality-territory-missing-why = Clients cannot tell whether the service is given in their municipality.
quality-territory-missing-fix = Choose the whole country or at least one municipality.

quality-validity-order = The last day is before the first
quality-validity-order-why = With these dates the service would not be there on any day.
quality-validity-order-fix = Correct one of the dates.

quality-cofog-unknown = The function code is not in the classifier
quality-cofog-unknown-why = Services are grouped and counted all over Europe by the code of the function of government (COFOG).
quality-cofog-unknown-fix = Choose a code from the classifier, for example 10.4.0.

quality-stage-without-channel = A stage has no channel
quality-stage-without-channel-why = A service must be requested and received somehow.
quality-stage-without-channel-fix = Give at least one channel for requesting and one for receiving.

quality-channel-twice = A channel stands twice
quality-channel-twice-why = With two fees or two deadlines for one channel clients cannot tell which holds.
quality-channel-twice-fix = Keep each channel once.

quality-stage-without-provider = A stage has no provider
quality-stage-without-provider-why = Clients must know which institution takes the request, carries it out and hands over the result.
quality-stage-without-provider-fix = Give a provider for each stage.

quality-joint-alone = A joint service names one institution only
quality-joint-alone-why = A joint service has no single holder; clients must see which institutions give it together.
quality-joint-alone-fix = Name at least two institutions at the stages, or take the mark away.

quality-stage-without-contact = Nobody can be reached
quality-stage-without-contact-why = Clients with a question must know where to call or write.
quality-stage-without-contact-fix = Add a telephone, an e-mail, an address or a website.

quality-outputs-missing = It does not say what clients get
quality-outputs-missing-why = What matters most to clients is the result: a decision, a certificate, a payment.
quality-outputs-missing-fix = Add what comes of the service.

quality-digital-missing = The digital mode is missing
quality-digital-missing-why = The regulation asks how far the service is digital and who helps those who do not use the internet.
quality-digital-missing-fix = Give the digital mode and the help in person.

quality-digital-date-missing = Since when the service is digital is not said
quality-digital-date-missing-why = The regulation asks for the digital mode together with the date from which it holds.
quality-digital-date-missing-fix = Give the date of the digital mode.

quality-keywords-few = Few words to find it by ({ $count })
quality-keywords-few-why = People search with their own words, not those of the law. More words make it easier to find.
quality-keywords-few-fix = Add at least { $least } words that a client would use.

quality-name-too-long = The name is long ({ $count } characters)
quality-name-too-long-why = In lists and search nobody reads a long name to its end.
quality-name-too-long-fix = Shorten it to { $most } characters; tell the rest in the short description.

quality-summary-too-long = The short description is long ({ $count } characters)
quality-summary-too-long-why = The short description must answer at once: what it is and for whom.
quality-summary-too-long-fix = Shorten it to { $most } characters; move the rest to steps and conditions.

quality-title-too-long = The heading is long ({ $count } characters)
quality-title-too-long-why = A heading is read at a glance if it is short.
quality-title-too-long-fix = Shorten it to { $most } characters.

quality-text-too-long = The text is long ({ $count } characters)
quality-text-too-long-why = People skim a long text and miss what matters.
quality-text-too-long-fix = Shorten it to { $most } characters or split it into several steps.

quality-summary-too-short = The short description is too short ({ $count } characters)
quality-summary-too-short-why = From a few words clients cannot tell whether the service is for them.
quality-summary-too-short-fix = Say in a sentence or two what it is and for whom; at least { $least } characters.

quality-step-too-short = The step is not explained ({ $count } characters)
quality-step-too-short-why = Clients see that something happens, but not what.
quality-step-too-short-fix = Say what the client does and what the institution does; at least { $least } characters.

quality-sentences-long = Long sentences ({ $words } words on average)
quality-sentences-long-why = Many people read a sentence of more than { $most } words twice.
quality-sentences-long-fix = Split it: one sentence, one thought.

quality-words-long = Many long words ({ $percent } %)
quality-words-long-why = Words of { $letters } letters and more make a text heavy.
quality-words-long-fix = Use shorter words and verbs: “checks”, not “provision of verification”.

quality-officialese = Officialese: “{ $phrase }”
quality-officialese-why = People do not talk like this, and not everybody understands it.
quality-officialese-fix = Write more plainly: { $plain }.

quality-passive = It does not say who does it ({ $count } places)
quality-passive-why = “Is examined” does not say who examines. Clients do not know whom to ask.
quality-passive-fix = Name who does it: “the agency examines the application”.

quality-abbreviation = Unexplained abbreviation “{ $text }”
quality-abbreviation-why = Not everybody knows what it stands for.
quality-abbreviation-fix = Write it out the first time, with the abbreviation in brackets.

quality-capitals = Capital letters: “{ $text }”
quality-capitals-why = A text in capitals is hard to read, and screen readers may spell it out.
quality-capitals-fix = Write it in small letters; say what matters in the first sentence.

quality-spacing = Surplus spaces
quality-spacing-why = They stay behind when a text is copied from a document.
quality-spacing-fix = Delete the surplus spaces.

quality-markup = There is HTML in the text
quality-markup-why = The portal does not run it: clients see the code.
quality-markup-fix = Delete the code and keep the text.

quality-english-identical = The English text is the Latvian one
quality-english-identical-why = It seems to be copied, not translated.
quality-english-identical-fix = Translate the text.

quality-law-repealed = Reference to an act not in force: { $act }
quality-law-repealed-why = Clients who follow the link read rules that do not hold any more.
quality-law-repealed-fix = In force now: { $successor } ({ $link }). Check whether the content changed too.

quality-law-link-missing = The legal act has no link
quality-law-link-missing-why = With a link clients can read the rule itself.
quality-law-link-missing-fix = Add the act's link at likumi.lv.

quality-law-elsewhere = The link does not lead to the official publication
quality-law-elsewhere-why = Copies on other sites grow old and nobody watches them.
quality-law-elsewhere-fix = Use likumi.lv or, for EU acts, eur-lex.europa.eu.

quality-fee-without-amount = A fee without an amount
quality-fee-without-amount-why = Clients see that it costs something, but not how much.
quality-fee-without-amount-fix = Give the amount, the fee in each case or, if it costs nothing, choose that.

quality-fee-added-free = A payment on top that is free
quality-fee-added-free-why = Clients read of a further payment that does not exist, and cannot tell what they pay in all.
quality-fee-added-free-fix = Give the amount that is added. If nothing is paid in this case, choose that it is paid instead of the other fee; if nothing changes, take the case away.

quality-deadline-not-stated = The channel has no deadline
quality-deadline-not-stated-why = Without one the month of the law holds, but clients do not know that.
quality-deadline-not-stated-fix = Give the deadline.

quality-online-slower = Slower electronically than in another channel
quality-online-slower-why = The regulation allows a shorter term for the electronic channel. A longer one is usually an error.
quality-online-slower-fix = Check the deadlines of the electronic and the other channels.

quality-online-dearer = Dearer electronically than in another channel
quality-online-dearer-why = The regulation allows a lower fee for the electronic channel. A higher one is usually an error.
quality-online-dearer-fix = Check the fees of the electronic and the other channels.

quality-identification-missing = The electronic channel does not say how clients are identified
quality-identification-missing-why = Without it clients cannot prepare, and the institution does not know who applied.
quality-identification-missing-fix = Give the level of identification that is needed.

quality-digital-only-in-person = “Digital only”, but it can be requested otherwise too
quality-digital-only-in-person-why = One of the two is wrong, and clients cannot tell which.
quality-digital-only-in-person-fix = Change the digital mode or take out the other channels for requests.

quality-digital-without-channel = A digital service without an electronic channel
quality-digital-without-channel-why = The description calls the service digital, but there is no electronic channel.
quality-digital-without-channel-fix = Add the electronic channel or change the digital mode.

quality-form-not-offered = There is a form, but no electronic request
quality-form-not-offered-why = The service has a form on the portal but no electronic channel for requests, so the button “Apply” is not shown.
quality-form-not-offered-fix = Add the electronic channel with the stage “request”.

quality-electronic-nowhere = The electronic channel leads nowhere
quality-electronic-nowhere-why = The description says that one can apply electronically, but there is neither a form nor a link.
quality-electronic-nowhere-fix = Add the address of the e-service or choose a form of the portal. If it cannot be applied for online, take requesting off the electronic channel.

quality-opening-times = The opening times are not possible
quality-opening-times-why = The end is before the beginning, there are no days, or the time cannot be read.
quality-opening-times-fix = Give days and times, for example 08:30–17:00.

quality-link-faulty = The link cannot be opened: { $link }
quality-link-faulty-why = Links begin with https:// and hold the name of a site.
quality-link-faulty-fix = Copy the whole address from the browser.

quality-link-dead = The link is dead: { $link }
quality-link-dead-why = The link was tried on several days, and the page does not open.
quality-link-dead-fix = Find the new address or take the link out.

quality-email-faulty = The e-mail address is not valid
quality-email-faulty-why = No letter can be sent to it.
quality-email-faulty-fix = Correct the address.

quality-evidence-for-nothing = The document proves a condition that is not there
quality-evidence-for-nothing-why = The link between document and condition was lost when the list changed.
quality-evidence-for-nothing-fix = Choose the condition again.

quality-document-channel-missing = The document is needed in a channel that the service does not have: { $channel }
quality-document-channel-missing-why = Clients read that the document is needed in this channel only, but the service cannot be requested through it.
quality-document-channel-missing-fix = Tick for the document only channels that the service has, or add the missing channel in the section “Channels”.

quality-duplicate = Another service has the same name ({ $codes })
quality-duplicate-why = Two services of one name confuse: clients cannot tell which is theirs.
quality-duplicate-fix = If it is the same service, keep one; if not, say in the name what is different.

quality-alike = Another service of yours is very much alike ({ $codes })
quality-alike-why = It has nearly the same words, laws and documents. A client who finds both does not know which one to request.
quality-alike-fix = If it is the same service, keep one and close the other; if not, say in the name and the short description what is different.

quality-not-confirmed = Not confirmed this quarter ({ $quarter })
quality-not-confirmed-why = The regulation asks for a check of every description each quarter.
quality-not-confirmed-fix = Read the description and confirm it in the list “Quarterly check”.

# What stands beside a field when a description cannot be published.
error-quality-text-missing = Write the text in Latvian.
error-quality-latvian-missing = Write the same in Latvian, or delete the English text.
error-quality-english-missing = Write the same in English.
error-quality-list-missing = Add at least one entry. If nothing is needed, say so in words.
error-quality-territory-missing = Choose the whole country or at least one municipality.
error-quality-validity-order = Correct one of the dates.
error-quality-cofog-unknown = Choose a code from the classifier, for example 10.4.0.
error-quality-stage-without-channel = Give at least one channel for requesting and one for receiving.
error-quality-channel-twice = Keep each channel once.
error-quality-digital-only-in-person = The service is “digital only”, but it can be requested otherwise too. Change the digital mode or take out the other channels for requests.
error-quality-stage-without-provider = Give a provider for each stage.
error-quality-joint-alone = Name at least two institutions for a joint service.
error-quality-stage-without-contact = Add a telephone, an e-mail, an address or a website.
