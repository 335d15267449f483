namespace Blacklist.Api.Hosting;

/// <summary>The service cannot start and knows why: the message is one sentence for the person who started it, shown without a stack trace.</summary>
internal sealed class StartProblem(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>Of the process.</summary>
    public int ExitCode { get; init; } = 1;
}
