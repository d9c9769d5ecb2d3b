"""The screens: each shows data and a ViewSpec, and says what the person wants by message."""
