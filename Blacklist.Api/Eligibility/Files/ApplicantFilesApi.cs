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
        .AddSingleton<FileChunkRecord>()
        .AddSingleton<FileReception>()
        .AddSingleton<FileWork>()
        .AddSingleton<ResultRows>()
        .AddSingleton<Job, ApplicantFilesJob>();

    public static void MapApplicantFiles(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup(Path);
        SendApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks);
        ListApplicantFilesEndpoint.Map(files).Requires(Permission.ReadChecks);
        GetApplicantFileEndpoint.Map(files).Requires(Permission.ReadChecks);
        PauseApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks);
        ResumeApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks);
        CancelApplicantFileEndpoint.Map(files).Requires(Permission.AskChecks);
        GetApplicantFileResultEndpoint.Map(files).Requires(Permission.ReadChecks);
        GetApplicantFileReceiptEndpoint.Map(files).Requires(Permission.ReadChecks);
    }
}
