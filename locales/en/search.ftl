# Search.
error-search-unavailable = Search does not work at the moment.
    .kept = Everything else works as usual.
    .next = Choose from the list of services or try again later.
error-search-building = Search is still being prepared.
    .kept = Everything else works as usual.
    .next = Try again in a few seconds, or read the list without search words.
