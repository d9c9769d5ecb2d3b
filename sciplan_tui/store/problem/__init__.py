"""Problems as they are kept: those of the newest editions, and which plans have some."""
