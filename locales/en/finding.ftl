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
finding-show = Show
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

places-link = Find the nearest place to apply in person
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
places-approximate = Distances are straight lines to the centre of the town. Check the hours before you go.
places-none = We know no address nearby for this service. Contact the provider.
places-not-in-person = This service is not given in person.
places-back = Back to the service
error-places-municipality = Choose a municipality from the list.
error-places-position = Your position could not be read. Choose a municipality.
error-position = There is no such place on Earth.

# Life situations and articles above the services
guides-title = May help too
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
search-own-older = We searched your newest 500 applications. You find an older one by its whole number or in the list of applications.
guides-institution = Institution
