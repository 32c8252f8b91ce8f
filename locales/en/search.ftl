# Search.
error-search-unavailable = Search does not work at the moment.
    .kept = Everything else works as usual.
    .next = Choose from the list of services or try again later.
