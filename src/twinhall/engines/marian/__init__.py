"""A small numpy runtime for the Firefox Translations models: Marian students with an SSRU decoder."""
