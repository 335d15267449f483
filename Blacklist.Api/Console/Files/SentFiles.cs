using Blacklist.Api.Audit;
using Blacklist.Api.Console.Lists;
using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Http;
using Blacklist.Api.Pages;
using Blacklist.Api.Security;

namespace Blacklist.Api.Console.Files;

/// <summary>The files that the signed-in clerk sent, the newest first.</summary>
[Requires(Permission.AskChecks)]
internal abstract class SentFiles(ApplicantFileRows files, PageText texts, TimeProvider time) : ListPage<ApplicantFileAnswer, Guid>(texts, time)
{
    protected override string Name => "files";

    protected override IReadOnlyList<Column<ApplicantFileAnswer>> Columns =>
    [
        new("files.sentAt", file => PageText.Moment(file.CreatedAt)),
        new("files.purpose", file => Texts.Of(file.Purpose)),
        new("files.form", file => DetailsModel.NameOf(file.Form)),
        new("files.status", file => Texts.Of(file.Status)),
        new("files.rows", file => $"{file.Rows}"),
        new("files.rowsDone", file => $"{file.RowsDone}"),
        new("files.eligible", file => $"{file.Eligible}"),
        new("files.restricted", file => $"{file.Restricted}"),
        new("files.review", file => $"{file.Review}"),
        new("files.unanswered", file => $"{file.Unanswered}"),
        new("files.id", file => file.Id.ToString()),
    ];

    protected override Guid? IdOf(ApplicantFileAnswer item) => item.Id;

    protected override async Task<Page<ApplicantFileAnswer>> Read(PageRequest<Guid> page, CancellationToken cancellation) =>
        page.Of([.. (await files.List(Caller.Subject, page.After?.Key, page.Limit + 1, cancellation)).Select(ApplicantFileAnswer.Of)], file => file.Id);
}

/// <summary>All of them, as a file.</summary>
[RequiresRecentSecondFactor]
[Audited(AuditKind.Export)]
internal sealed class ExportModel(ApplicantFileRows files, PageText texts, TimeProvider time) : SentFiles(files, texts, time);
