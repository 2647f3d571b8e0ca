"""The demonstration: two meetings on a throw-away data folder, spoken by synthetic voices.

`sample` reads the texts, `seeding` plants them, `links` prints who opens what, `autopilot` runs the meetings.
"""
