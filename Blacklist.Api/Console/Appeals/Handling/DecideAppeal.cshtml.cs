using Blacklist.Api.Appeals;
using Blacklist.Api.Appeals.Handling;
using Blacklist.Api.Commands;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Http;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Appeals.Handling;

/// <summary>What the appeal comes to is carried out on the listing at once.</summary>
[Requires(Permission.HandleAppeals)]
[RequiresRecentSecondFactor]
internal sealed class DecideAppealModel(FormDesk desk, AppealReader reader, AppealDesk appeals) : AppealPage<DecideAppealRequest>(desk, reader)
{
    protected override Task<IResult> Send(Body<DecideAppealRequest> body, Write write) => DecideAppealEndpoint.Handle(Id, body, write, appeals);

    protected override IEnumerable<FormNote> Foresee(Answer answer) =>
        [new(Texts["decideAppeal.foreseen", Texts.Of(Read<AppealAnswer>(answer).Listing)], "warn")];
}
