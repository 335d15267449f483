using Blacklist.Api.Audit;
using Blacklist.Api.Eligibility.Files.Reading;
using Blacklist.Api.Eligibility.Files.Results;
using Blacklist.Api.Eligibility.Files.Working;
using Blacklist.Api.Jobs;
using Blacklist.Api.Security;

namespace Blacklist.Api.Eligibility.Files;

/// <summary>批量核查: files of applicants, one check a row (<c>docs/applicant-files.md</c>).</summary>
internal static class ApplicantFilesApi
{
    public const string Path = "/api/v1/eligibility-check-files";

    public static IServiceCollection AddApplicantFiles(this IServiceCollection services) => services
        .AddSingleton<ApplicantFileRecord>()
        .AddSingleton<ApplicantFileRows>()
        .AddSingleton<FileChunkRecord>()
        .AddSingleton<FileReception>()
        .AddSingleton<FileWork>()
        .AddSingleton<ResultRows>()
        .AddSingleton<Job, ApplicantFilesJob>();

    public static void MapApplicantFiles(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup(Path);
        SendApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks, Reach.GivenPurpose);
        ListApplicantFilesEndpoint.Map(files).Requires(Permission.ReadChecks, Reach.SentList);
        GetApplicantFileEndpoint.Map(files).Requires(Permission.ReadChecks, Reach.SentThing);
        PauseApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks, Reach.SentThing);
        ResumeApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks, Reach.SentThing);
        CancelApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks, Reach.SentThing);
        GetApplicantFileResultEndpoint.Map(files).Requires(Permission.ReadChecks, Reach.SentThing).Audited(AuditKind.Export);
        GetApplicantFileReceiptEndpoint.Map(files).Requires(Permission.ReadChecks, Reach.SentThing).Audited(AuditKind.Export);
    }
}
