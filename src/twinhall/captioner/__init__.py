"""The process that joins a meeting's media room, hears its speakers and sends out their captions.

microphone → speaker (the pipeline of `twinhall.captions`) → desk → outlet (caption channels)
                                                                 └→ ledger (database)
`worker` registers with the media server, `entry` is what a job process runs, `room` is the media room.
"""
