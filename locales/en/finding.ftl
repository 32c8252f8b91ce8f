# Finding services, narrowing the list, nearest places.
finding-suggestions = Suggestions
finding-by = Narrow the list
finding-by-client = For whom
finding-by-channel = How to apply
finding-by-online = Online
finding-by-life = Life situation
finding-by-holder = Institution
finding-by-territory = Where
finding-online-yes = Can be applied for online
finding-online-no = Cannot be applied for online
finding-by-sdg = Single Digital Gateway
finding-sdg-yes = Described on Your Europe
finding-sdg-no = Not described on Your Europe
finding-show = Show
finding-more = { $count } more
finding-own-place = Show only what is available in { $place } and in the whole of Latvia
finding-with-country = Show services of the whole of Latvia as well
finding-everywhere = Show services of all municipalities
finding-picked = Chosen
finding-take-back = Remove:
finding-clear = Remove all
finding-found = { $count ->
    [one] We found { $count } service for “{ $q }”.
   *[other] We found { $count } services for “{ $q }”.
}
finding-all = { $count ->
    [one] { $count } service
   *[other] { $count } services
}
finding-relaxed = We did not find exactly “{ $q }”. These services are similar.
finding-none-perhaps = We found no service for “{ $q }”. One of these life situations may concern you.
finding-pages-only = { $count ->
    [one] We found { $count } page for “{ $q }” that may help. No service matches what you typed.
   *[other] We found { $count } pages for “{ $q }” that may help. No service matches what you typed.
}
finding-pages-relaxed = { $count ->
    [one] We found { $count } page for “{ $q }” that may help. Similar services are below it.
   *[other] We found { $count } pages for “{ $q }” that may help. Similar services are below them.
}
finding-none-picked = No service fits everything you chose. Remove one of your choices.
finding-helped = Did you find what you were looking for?
finding-comment = Tell us more
finding-comment-label = What were you looking for?
finding-comment-hint = Leave out your name, personal code, phone number and anything else about yourself. Up to 500 characters.
finding-searched = You searched for “{ $q }”.
finding-back = Back to the list
done-feedback = Thank you! Your answer helps to improve the search.
error-search-comment-long = The comment may have up to 500 characters.
error-search-comment-personal = Leave out personal codes, phone numbers, e-mail addresses and other long numbers.

places-link = Find the nearest place in person
places-title = Nearest place in person
places-lead = Choose a municipality and we will show the nearest places where this service is given in person.
places-municipality = Municipality
places-show = Show places
places-locate = Use my position
places-locate-hint = Your position is used for this answer only and is not kept.
places-refused = The browser did not tell your position. Choose a municipality.
places-your-position = your position
places-near = Nearest places: { $from }
places-km = { $km } km
places-under-km = less than 1 km
places-open = Open until { $time }
places-later = Closed, opens at { $time }
places-closed = Closed now
places-unknown = Ask the institution for its hours
places-approximate = Distances are straight lines, for some places to the centre of the town. Check the hours before you go.
places-none = We know no address nearby for this service. Contact the provider.
places-not-in-person = This service is not given in person.
places-back = Back to the service
error-places-municipality = Choose a municipality from the list.
error-places-position = Your position could not be read. Choose a municipality.
error-position = There is no such place on Earth.

combine-link = Choose your own way: where to ask for advice, how to apply and how to receive the result
combine-title = Choose your own way
combine-lead = You can ask for advice, apply and receive the result in different ways. Choose, and we show what it costs, how long it takes and what to do.
combine-advice = Where to ask for advice
combine-advice-hint = Choose nothing if you need no advice.
combine-request = How to apply
combine-receipt = How to receive the result
combine-municipality-hint = We use it to show the nearest place that you can go to.
combine-show = Show
combine-way = Your way
combine-advice-phone = Call and ask for advice
combine-advice-phone-text = The institution tells you what you are entitled to and what you will need.
combine-advice-electronic = Write your question
combine-advice-electronic-text = The institution answers in writing; you see the answer on the portal.
combine-advice-centre = Ask for advice at a unified customer service centre
combine-advice-centre-text = A member of staff tells you about the service and helps you to apply.
combine-advice-institution = Ask for advice at the institution
combine-advice-institution-text = A member of staff tells you about the service. Check the opening hours before you go.
combine-request-electronic = Apply online
combine-request-electronic-text = Fill in the application at any time; you need not write what registers know already.
combine-request-phone = Apply by phone
combine-request-phone-text = The institution takes your application in the call.
combine-request-post = Send the application by post
combine-request-post-text = Sign the application and add the documents needed.
combine-request-centre = Apply at a unified customer service centre
combine-request-centre-text = Bring an identity document and the other documents needed.
combine-request-institution = Apply at the institution
combine-request-institution-text = Bring an identity document and the other documents needed.
combine-receipt-electronic = Receive the result online
combine-receipt-electronic-text = You will find the result on the portal, under “My applications”.
combine-receipt-phone = Hear the result by phone
combine-receipt-phone-text = The institution calls the number that you gave in the application.
combine-receipt-post = Receive the result by post
combine-receipt-post-text = The institution sends a letter to the address that you gave in the application.
combine-receipt-centre = Receive the result at a unified customer service centre
combine-receipt-centre-text = Say in the application that you will collect the result at the centre. Bring an identity document.
combine-receipt-institution = Receive the result at the institution
combine-receipt-institution-text = Say in the application that you will collect the result in person. Bring an identity document.
error-combine-channel = Choose one of the ways that this service offers.

# Life situations and articles above the services
guides-title = May help too
guides-perhaps = This may concern you
guides-life = Life situation
guides-news = News
guides-help = Help

# Search by category
search-title = Search
search-categories = Where to search
search-all = Everything
search-services = Services
search-life = Life situations
search-articles = News and help
search-institutions = Institutions
search-own = My applications and documents
search-in = Search: { $where }
search-found = { $count ->
    [one] We found { $count } entry for “{ $q }”.
   *[other] We found { $count } entries for “{ $q }”.
}
search-none = We found nothing here for “{ $q }”. Try another word or another section.
search-empty = There is nothing here yet.
search-relaxed = We did not find exactly “{ $q }”. These entries are similar.
search-own-say = Type the name of a service, the number or state of an application, or the name of a document.
search-own-more = { $count ->
    [one] { $count } more application fits and is not shown here. Add another word.
   *[other] { $count } more applications fit and are not shown here. Add another word.
}
search-own-older = We searched your newest 500 applications. You can find an older one by its whole number or in the list of applications.
guides-institution = Institution
