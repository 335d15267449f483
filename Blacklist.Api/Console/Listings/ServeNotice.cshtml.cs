using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http;
using Blacklist.Api.Listings;
using Blacklist.Api.Reference;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Listings;

/// <summary>告知: the person was told facts, grounds and rights.</summary>
[Requires(Permission.ServeNotices)]
internal sealed class ServeNoticeModel(FormDesk desk, ListingReader reader, ListingDesk listings, Calendars calendars, Procedure procedure) : ListingPage<ServeNoticeRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<ServeNoticeRequest> body, Write write) => ServeNoticeEndpoint.Handle(Id, body, write, listings, calendars, procedure);

    protected override IEnumerable<FormNote> Foresee(Answer answer) =>
        Read<ListingAnswer>(answer).StatementPeriod is { } period ? [new(Texts["serveNotice.foreseen", DeadlineWords.Of(period, Texts)])] : [];
}
