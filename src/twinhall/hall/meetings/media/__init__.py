"""The media server: `port` says what we ask of it, `livekit` asks it, `tokens` lets people in."""
