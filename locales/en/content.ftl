# Content of the portal: life situations, browsing, articles, translations.
error-situation = There is no such life situation, or it is not published any more.
    .next = Choose another life situation from the list.
error-situation-coordinator-only = Only the institution that coordinates a life situation can publish it, withdraw it or hand it to another institution.
    .next = Save the text: the coordinator sees that it waits to be published.
error-situation-responsible-only = The check is confirmed by the institution that answers for this life situation.
    .next = Remind the responsible institution of the check.
error-situation-branch-not-yours = New life situations are begun and ordered, and reports of mistakes passed on, by the institution that coordinates them.
    .next = Get in touch with the coordinating institution.
error-situation-branch-changed = Somebody else has changed the coordinator or the order meanwhile. What you typed is kept on this page, and you also see how it is now. Compare, and save again if it still fits.
error-situation-responsible-same = This institution answers for the life situation already. Choose another one.
error-situation-place = Write a whole number.
error-situation-changed = Somebody else has changed the life situation meanwhile.
error-situation-unchanged = The newest text is published already.
error-situation-not-published = This life situation is not published.
error-situation-incomplete = The text still lacks something that it must say.
error-situation-branch = Choose whom the life situation is for.
error-situation-responsible = Choose the responsible institution.
error-situation-slug = Use 2 to 60 small Latin letters, digits and hyphens for the address, for instance job-loss.
error-situation-slug-taken = This address exists already.
error-situation-text-missing = Write this text.
error-situation-text-long = This text is too long. Say it in fewer words.
error-situation-step-missing = At least one step is needed.
error-situation-steps-many = There are too many steps. Make two life situations of it.
error-situation-service-unknown = One of these services does not exist or is not published. The text is kept: correct the code, or have the service published.
error-correction = There is no such report.
    .next = Open the list of reports.
error-correction-length = Write what is wrong in 10 to 2000 characters.
error-correction-personal-data = There is a personal code in the text. Remove it: we do not need personal data.
error-correction-too-many = Very many reports about this page have just been received, so this one was not sent. Your text is still in the form: try again in an hour.
    .next = Try again in an hour.
error-correction-not-received = This report has been passed on or dealt with already.
error-correction-not-open = This report has been dealt with already.
error-correction-nothing-newer = No newer text has been published since the report. The report is not finished, and your answer stands on this page: publish the corrected text first, or choose “The mistake is corrected elsewhere” and write where.
error-correction-elsewhere = Write what was corrected and where.
error-correction-reason = Write why the text stays as it is.
error-category = There is no such category.
    .next = Choose another way to browse the services.
error-article = There is no such article, or it is not shown any more.
    .next = Look at the list of articles.
error-article-not-yours = An article is written and changed by the contact person of the institution it belongs to.
error-article-changed = Somebody else has changed the article meanwhile.
error-article-not-published = This article is not shown.
error-article-incomplete = The article still lacks text.
error-article-audience = An article of the public cannot become internal. Take it away and write a new one.
error-article-times = The end must come after the start.
error-article-kind = Choose the kind of article.
error-article-readers = Choose who will read the article.
error-article-slug = Use 2 to 80 small Latin letters, digits and hyphens for the address.
error-article-slug-taken = There is an article with this address already.
error-article-text-missing = Write this text.
error-article-text-long = This text is too long.
error-translation-unreachable = The translation engine does not answer.
error-translation-answer = The translation engine answered with another number of texts.
error-municipality-unknown = Choose a municipality from the list.

# Frame
nav-life = Life situations
nav-news = News
nav-help = Help
web-footer-articles = Help articles
web-footer-browse = Browse by category
web-footer-institutions = Institutions and their contacts

# First page
home-search-hint = E.g. lost my job
home-residents = Life situations for residents
home-businesses = Life situations for businesses
home-own = In your municipality
home-own-none = This municipality has not described its own services here yet. All services of the state are open to you.
home-own-all = All services offered in the whole of Latvia
home-themes = Browse by theme
home-popular = Most requested
home-company = For your company
home-company-none = There are no services for companies in the catalogue yet.
home-company-all = All services for companies

# Municipality
place-title = Choose your municipality
place-lead = We show the services of the whole country and those of your municipality.
place-declared = You have not chosen a municipality yet, so we propose the one of your declared residence. It is kept only when you press “Save”.
place-label = My municipality
place-hint-profile = We keep the choice in your profile. Choose the empty line to drop it.
place-hint-cookie = This browser remembers the choice. Choose the empty line to drop it.
place-own = Your municipality:
place-choose = Choose your municipality
done-place-kept = The municipality is kept.
done-place-dropped = No municipality is chosen.

# Browsing
browse-title = Services by category
browse-lead = You need not know what a service is called: choose what matters to you.
browse-channels = How to apply
browse-clients = For whom
browse-clients-person = Services for residents
browse-clients-company = Services for companies
browse-lists = Lists
browse-institution = Institutions
browse-municipality = Municipalities
browse-none = There are no services in this category at present.
browse-count = { $count ->
    [one] { $count } service
   *[other] { $count } services
    }
browse-place-lead = Services that this municipality itself provides.
browse-view = You see only what fits: { $view }.
browse-view-whole = Show everything
browse-view-everything = You see all services of this category.
browse-view-narrow = Show only: { $view }
browse-view-persons = for residents
browse-view-companies = for companies
browse-channel-electronic = Services online
browse-channel-phone = Services you can request by phone
browse-channel-post = Services you can request by post
browse-channel-centre = Services at unified state and municipal customer service centres
browse-channel-institution = Services at the institution itself
browse-way-online = Online
browse-way-companies = For companies
browse-way-institutions = By institution
browse-way-municipalities = By municipality

# Themes (COFOG)
theme-01 = Taxes and public administration
theme-01-hint = Taxes, declarations, elections
theme-02 = Defence
theme-02-hint = Military service, national guard
theme-03 = Safety and justice
theme-03-hint = Documents, police, courts, inheritance
theme-04 = Work, business and transport
theme-04-hint = Enterprise, farming, transport
theme-05 = Environment
theme-05-hint = Waste, nature, animals
theme-06 = Housing and land
theme-06-hint = Building, renting, utilities
theme-07 = Health
theme-07-hint = Doctors, medicine, hospitals
theme-08 = Culture, sport and leisure
theme-08-hint = Events, hobby groups, libraries
theme-09 = Education
theme-09-hint = Kindergarten, school, studies
theme-10 = Family and social support
theme-10-hint = Benefits, pensions, unemployment, care

# Life situations
life-title = Life situations
life-lead = Choose what is happening in your life: we tell you what to do and in which order.
life-none = There are no life situations yet.
life-all = All life situations
life-residents = For residents
life-residents-text = What is happening in your life? We tell you what to do and who can help.
life-businesses = For businesses
life-businesses-text = From starting up to closing down.
life-steps = What to do
life-where = Where to turn:
life-terms = Deadlines
life-advice = Good to know
life-side = Deadlines and responsible institution
life-responsible = Responsible for the text
life-checked = Checked on { $day }
life-sdg = Information for the Single Digital Gateway (Your Europe).
life-draft = A draft: the public does not see it.
life-on = This is what it said on { $day }.
life-now = Read the present text
life-history-title = Versions of the life situation
life-history-lead = Here you can read all that was ever published about this life situation. You may rely on what was written on the day you acted.
life-history-on-none = On { $day } this life situation was not published.
life-withdrawn-title = This life situation is not published any more.
life-withdrawn-since = It was withdrawn on { $day }. What it said can be read in its versions.
life-wrong = Is something wrong here?
life-correct = Report a mistake
correct-title = Report a mistake
correct-lead = Tell us what is wrong or missing. The responsible institution corrects the text within three working days.
correct-label = What is wrong?
correct-hint = Do not write personal data: we do not ask who you are and cannot answer you in person.
correct-send = Send
done-correction-sent = Thank you! The report has arrived; the text will be checked within three working days.
service-situations = Life situations

# Articles
news-title = News
news-lead = What has changed in the services of the state and municipalities.
news-all = All news
news-feed = News feed (Atom)
help-title = Help
help-lead = How to use the portal, and how to get help in other ways.
articles-none = There are no articles yet.
articles-staff = For staff of institutions
article-draft = A draft: readers do not see it.
article-helpful = Was this page helpful?
done-voted = Thank you for your answer!

# Translations
spoken-label = Other languages
spoken-also = Read also in:
spoken-machine = Machine translation, not checked.
spoken-machine-text = Translated by: { $engine }. The Latvian text counts.
spoken-engine-demo = a demonstration that replaces single words
spoken-human = Text in this language: { $language }.
spoken-back = Read the original
