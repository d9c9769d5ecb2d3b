"""What one line tells by itself: its number, whether it is the website's, which stretch it stands in."""
