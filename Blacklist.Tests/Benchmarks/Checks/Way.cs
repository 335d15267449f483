using Blacklist.Tests.Benchmarks.Load;

namespace Blacklist.Tests.Benchmarks.Checks;

/// <summary>One service asked one kind of question.</summary>
/// <param name="Always">Asked at every number of connections, not at 64 alone.</param>
/// <param name="Requests">Under a token that has just been issued.</param>
internal sealed record Way(string Name, Uri Url, int ProcessId, bool Always, Func<ReadyRequests> Requests)
{
    public const string Constant = "constant answer";
    public const string Npgsql = "plain Npgsql";
    public const string Dapper = "Dapper";
    public const string EfCore = "EF Core";
    public const string Ours = "ours";
    public const string Hot = "ours, always the same restricted person";
    public const string Ten = "ours, ten applicants";
}
