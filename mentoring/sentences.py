from audit.sentences import declare

declare(
    mentoring__session__recorded="recorded a session",
    mentoring__session__corrected="corrected a session record",
    mentoring__session__added_to="added to a session record",
    mentoring__session__opened="opened a session record",
    mentoring__session__listed="looked at a list of sessions",
    mentoring__session__exported="downloaded a list of sessions",
    mentoring__draft__begun="began to write about a session",
    mentoring__draft__discarded="threw a half-written session away",
    mentoring__draft__purged="let go of half-written sessions that nobody came back to",
    mentoring__match__made="suggested a match",
    mentoring__match__begun="began a match",
    mentoring__match__paused="paused a match",
    mentoring__match__resumed="took a match up again",
    mentoring__match__ended="ended a match",
    mentoring__match__listed="looked at a list of matches",
    mentoring__match__opened="opened a match",
    mentoring__mentor__added="added a mentor",
    mentoring__mentor__moved="changed how a mentor stands",
    mentoring__mentor__listed="looked at a list of mentors",
)
