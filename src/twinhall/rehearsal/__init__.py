"""Delegates whose microphone is a file: a rehearsal, and the demonstration's speakers.

`voices` speaks texts in synthetic voices, `performer` sits in a media room and lets them be heard,
`seats` finds who is meant by a name.
"""
