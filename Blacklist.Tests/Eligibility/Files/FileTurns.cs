using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Eligibility.Files.Working;
using Blacklist.Api.EventLog;
using Blacklist.Api.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blacklist.Tests.Eligibility.Files;

/// <summary>The work on files, begun at will and under leases of the test's own.</summary>
internal static class FileTurns
{
    /// <summary>One turn: until nothing waits any more.</summary>
    public static async Task Run(RegistryNode node, CancellationToken ended = default)
    {
        var turn = await Begin(node, ended);
        await new ApplicantFilesJob(node.Service<ApplicantFileRecord>(), node.Service<FileWork>(), NullLogger<ApplicantFilesJob>.Instance).Run(turn);
        turn.Error.ShouldBeNull();
    }

    /// <summary>The next chunk of one file alone.</summary>
    public static async Task<bool> AnswerChunk(RegistryNode node, ApplicantFile file) =>
        await node.Service<FileWork>().Answer(await Begin(node, CancellationToken.None), file, () => 0.1);

    private static async Task<JobTurn> Begin(RegistryNode node, CancellationToken ended)
    {
        var leases = node.Service<JobLeases>();
        var name = $"files_{Guid.NewGuid():N}";
        var lease = await leases.Take(name, name, TimeSpan.FromMinutes(10), TimeSpan.Zero);
        return new JobTurn(lease!, node.Service<EventStore>(), leases, ended);
    }
}
