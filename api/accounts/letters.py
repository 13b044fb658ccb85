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


def password_changed(to: str, site: str) -> Letter:
    """Return the letter that tells of a new password."""
    text = (
        f"The password of your account at {site} was changed just now, and all other browsers were logged out.\n\n"
        f"If that was not you, choose a new password at once:\n\n{site}login\n"
    )
    return Letter(to, "Your password was changed", text)


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


def correction_decided(to: str, site: str, what: str, words: str) -> Letter:
    """Return the letter that tells what became of a correction."""
    said = f"The moderator writes:\n\n{words}\n\n" if words else ""
    return Letter(to, "Your request was decided", f"What you asked for at {site} {what}.\n\n{said}")
