"""One plan of our own words, written into every format by hand: no library stands between the test and the bytes."""
