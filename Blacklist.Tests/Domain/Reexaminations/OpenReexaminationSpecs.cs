using Blacklist.Domain.Reexaminations;
using Blacklist.Tests.Domain.CallerNotices;
using static Blacklist.Tests.Domain.Reexaminations.AReexamination;

namespace Blacklist.Tests.Domain.Reexaminations;

public sealed class OpenReexaminationSpecs
{
    private static readonly OpenReexamination Open = new(
        Id, Check, ACallerNotice.Id, ACallerNotice.Caller, ACallerNotice.Region, ACallerNotice.Until);

    [Fact]
    public void What_was_wrongly_refused_is_to_be_examined_again() => Given().When(r => OpenReexamination.Decide(r, Open)).Then(Opened);

    [Fact]
    public void Opening_twice_changes_nothing() => Given(Opened).When(r => OpenReexamination.Decide(r, Open)).Then();
}
