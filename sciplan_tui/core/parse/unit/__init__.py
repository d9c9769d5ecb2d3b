"""The names of units in a list: taken apart, made whole again, without the persons behind them."""
