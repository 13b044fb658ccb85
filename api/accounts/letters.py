"""The words of the letters. The secret of a link stands after its #, which no browser sends to a server."""

from api.accounts.mail import Letter

_NOT_YOU = "If that was not you, do nothing: then nothing happens."


def to_register(to: str, site: str, made: str) -> Letter:
    """Return the letter that asks a new user to show that the address is theirs."""
    text = (
        f"Somebody, probably you, registers at {site} with this address.\n\n"
        f"Open this link within a day to finish:\n\n{site}verify#{made}\n\n{_NOT_YOU}\n"
    )
    return Letter(to, "Finish your registration", text)


def already_registered(to: str, site: str) -> Letter:
    """Return the letter to somebody who registers again."""
    text = (
        f"Somebody, probably you, wanted to register at {site} with this address, which has an account already.\n\n"
        f"Log in here:\n\n{site}login\n\nIf you have forgotten the password, choose a new one there.\n\n{_NOT_YOU}\n"
    )
    return Letter(to, "You have an account already", text)


def to_reset(to: str, site: str, made: str) -> Letter:
    """Return the letter with which a new password can be chosen."""
    text = (
        f"Somebody, probably you, wants a new password for your account at {site}\n\n"
        f"Open this link within an hour to choose one:\n\n{site}reset#{made}\n\n{_NOT_YOU}\n"
    )
    return Letter(to, "Choose a new password", text)


def to_add_address(to: str, site: str, made: str) -> Letter:
    """Return the letter that asks a user who has no mail address whether this one is theirs."""
    text = (
        f"Somebody, probably you, wants to be written to at this address about an account at {site}\n\n"
        f"Open this link within a day, in a browser in which you are logged in there:\n\n{site}account#{made}\n\n"
        f"{_NOT_YOU}\n"
    )
    return Letter(to, "Is this your address?", text)


def password_changed(to: str, site: str) -> Letter:
    """Return the letter that tells of a new password."""
    text = (
        f"The password of your account at {site} was changed just now, and all other browsers were logged out.\n\n"
        f"If that was not you, choose a new password at once:\n\n{site}login\n"
    )
    return Letter(to, "Your password was changed", text)


def to_prove_mail(to: str, site: str, made: str) -> Letter:
    """Return the letter that asks whether the one who claims a record reads mail here; it holds no words of theirs."""
    text = (
        f"Somebody, probably you, claims the record of a researcher at {site} and says that this address is theirs.\n\n"
        f"If that is you, open this link within a day, in a browser in which you are logged in there:\n\n"
        f"{site}claim-mail#{made}\n\nThe moderator who decides will see this address. {_NOT_YOU}\n"
    )
    return Letter(to, "Is this your address?", text)


_DECIDED = {
    "verified": "was accepted: the record is yours",
    "refused": "was refused",
    "disputed": "is disputed by somebody else: until a moderator has decided, nothing can be changed",
    "revoked": "was revoked: the record has no owner now",
}


def claim_decided(to: str, site: str, state: str, reason: str) -> Letter:
    """Return the letter that tells what became of a claim."""
    text = f"Your claim of a record at {site} {_DECIDED[state]}.\n\n{reason}\n\nSee your account:\n\n{site}account\n"
    return Letter(to, "About your claim", text)


def to_confirm_opt_out(to: str, site: str, made: str) -> Letter:
    """Return the letter that asks whether somebody wants to be taken out."""
    text = (
        f"Somebody, probably you, asks that a person's record be taken out of {site}\n\n"
        f"Open this link within a day to confirm it; then a moderator decides:\n\n{site}opt-out#{made}\n\n{_NOT_YOU}\n"
    )
    return Letter(to, "Confirm your request", text)


def to_confirm_fault(to: str, site: str, made: str) -> Letter:
    """Return the letter that asks whether somebody wants a fault to be mended."""
    text = (
        f"Somebody, probably you, has written that something is wrong with a person's record at {site}\n\n"
        f"Open this link within a day to confirm it; then a moderator looks at it:\n\n{site}correct#{made}\n\n"
        f"{_NOT_YOU}\n"
    )
    return Letter(to, "Confirm what you wrote", text)


def correction_decided(to: str, site: str, what: str, words: str) -> Letter:
    """Return the letter that tells what became of a correction."""
    text = f"What you asked for at {site} {what}.\n\n{_said(words)}"
    return Letter(to, "Your request was decided", text)


def record_changed(to: str, site: str, what: str, words: str) -> Letter:
    """Return the letter to the owner of a record that a moderator has changed."""
    text = f"Your record at {site} {what}.\n\n{_said(words)}See your account:\n\n{site}account\n"
    return Letter(to, "Your record was changed", text)


def work_put_back(to: str, site: str) -> Letter:
    """Return the letter to the owner of a record who had disowned a work."""
    text = (
        f"A moderator has put a work back on your record at {site} that you had disowned.\n\n"
        f"See your record, and disown it again if it is not yours:\n\n{site}account\n"
    )
    return Letter(to, "A work is on your record again", text)


def report_closed(to: str, site: str, words: str) -> Letter:
    """Return the letter that tells what became of a report."""
    text = f"A moderator has looked at what you reported at {site}\n\n{_said(words)}"
    return Letter(to, "About your report", text)


def _said(words: str) -> str:
    return f"The moderator writes:\n\n{words}\n\n"


def invited(to: str, site: str) -> Letter:
    """Return the letter that tells of an invitation; who sent it and what it says stands on the site only."""
    text = (
        f"Somebody invites you at {site} to collaborate.\n\nRead it, and accept or decline:\n\n{site}messages\n\n"
        "Whoever sent it is not told whether you have read it.\n"
    )
    return Letter(to, "You are invited to collaborate", text)


def invitation_accepted(to: str, site: str) -> Letter:
    """Return the letter that tells of a conversation."""
    text = f"An invitation of yours at {site} was accepted.\n\nThe conversation is here:\n\n{site}messages\n"
    return Letter(to, "Your invitation was accepted", text)


def written(to: str, site: str) -> Letter:
    """Return the letter that tells of a message; what it says stands on the site only."""
    text = (
        f"Somebody has written to you at {site}\n\nRead it here:\n\n{site}messages\n\n"
        "You are told once a day at most. A conversation that you mute there sends no letters.\n"
    )
    return Letter(to, "You have a new message", text)
