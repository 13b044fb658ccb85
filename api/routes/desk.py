"""The moderators' desk: what waits there, and reports. Claims and corrections have their own modules."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.accounts import mailbox, proposals, rates, reported, reporting
from api.accounts.answers import DeskReport, DeskReports, DeskWaiting, ReportedTalk, UserReport, UserReports
from api.accounts.desk import waiting
from api.accounts.present import Me
from api.accounts.questions import Answered, Reported
from api.accounts.tables import ReportState
from api.accounts.who import accounts_of, graph_of, moderator, user
from api.documents import problems
from api.routes.account import Id, private

router = APIRouter(prefix="/api", tags=["account"])
User = Annotated[Me, user()]
Moderator = Annotated[Me, moderator()]


@router.get("/desk", operation_id="desk", response_model=DeskWaiting, responses=problems(401, 403))
async def desk(request: Request, me: Moderator) -> Response:
    """How much waits for a moderator."""
    return private(await waiting(accounts_of(request), graph_of(request), me))


@router.post(
    "/reports",
    operation_id="report",
    status_code=201,
    response_model=UserReport,
    responses=problems(401, 403, 404, 409, 422, 429),
)
async def report(request: Request, body: Reported, me: User) -> Response:
    """Tell the moderators of something that should not be; one report of a thing waits at a time."""
    accounts, graph = accounts_of(request), graph_of(request)
    accounts.rates.take(rates.ASK_USER, "report", me.id)
    row = await reporting.report(accounts, graph, me, body.about, body.reason, body.words)
    return private(await proposals.report_of(graph, row), 201)


@router.get("/reports", operation_id="reports", response_model=UserReports, responses=problems(401, 403))
async def reports(request: Request, me: User) -> Response:
    """What one has reported, the newest first."""
    return private(UserReports(items=await proposals.my_reports(accounts_of(request), graph_of(request), me)))


@router.get("/desk/reports", operation_id="desk_reports", response_model=DeskReports, responses=problems(401, 403, 422))
async def desk_reports(
    request: Request,
    me: Moderator,
    state: ReportState = "open",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """Reports in a state, those that wait longest first; for moderators, but for those about themselves."""
    return private(await proposals.reports(accounts_of(request), graph_of(request), me, state, limit, offset))


@router.get(
    "/desk/reports/{id}/messages",
    operation_id="reported_messages",
    response_model=ReportedTalk,
    responses=problems(401, 403, 404, 409, 422),
)
async def messages(
    request: Request,
    id: Id,
    me: Moderator,
    before: Annotated[int | None, Query(ge=1, le=mailbox.LAST, description="Only messages before this number.")] = None,
) -> Response:
    """The last hundred messages of a conversation that was reported, while the report is open; it is written down."""
    return private(await reported.messages(accounts_of(request), graph_of(request), me, id, before=before))


@router.post(
    "/desk/reports/{id}",
    operation_id="close_report",
    response_model=DeskReport,
    responses=problems(401, 403, 404, 409, 422),
)
async def close(
    request: Request,
    id: Id,
    body: Answered,
    me: Moderator,
) -> Response:
    """Close a report with words for who made it, who is told by mail."""
    accounts = accounts_of(request)
    graph = graph_of(request)
    row = await reporting.close(accounts, graph, me, id, body.words)
    return private(await proposals.report_on_desk(accounts, graph, row))
