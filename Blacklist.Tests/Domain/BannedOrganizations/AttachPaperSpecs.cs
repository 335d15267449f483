using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.BannedOrganizations.Papers;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Domain.BannedOrganizations.AnOrganization;

namespace Blacklist.Tests.Domain.BannedOrganizations;

public sealed class AttachPaperSpecs
{
    private static readonly AttachPaper Attach = new(PaperOf(0), PaperKind.Decision, PaperForm.Pdf, 182_044, "9f86d081", Officer);

    private static readonly PaperAttached Attached = new(Id, Attach.PaperId, Attach.Kind, Attach.Form, Attach.Bytes, Attach.Sha256, Officer);

    [Fact]
    public void A_paper_comes_into_the_file() => Given(Recorded).When(o => AttachPaper.Decide(o, Attach)).Then(Attached);

    [Fact]
    public void The_same_paper_again_changes_nothing() =>
        Given(Recorded, Attached).When(o => AttachPaper.Decide(o, Attach with { Kind = PaperKind.Other })).Then();

    [Fact]
    public void A_file_that_is_full_takes_no_more() =>
        Given([Recorded, .. Enumerable.Range(1, AttachPaper.Most).Select(number => (IEvent)(Attached with { PaperId = PaperOf(number) }))])
            .When(o => AttachPaper.Decide(o, Attach)).ThenRefused(AttachPaper.FileIsFull);

    private static Guid PaperOf(int number) => new(number + 1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
