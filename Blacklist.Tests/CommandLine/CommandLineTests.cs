using System.Text.RegularExpressions;

namespace Blacklist.Tests.CommandLine;

/// <summary>The program as a process, with the words a person types after its name.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private readonly TemporaryDataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "client revoke", "help")]
    [InlineData(2, "There is no command 'fly south': see 'help'.", "fly", "south")]
    [InlineData(2, "demo: it does not know '--quickly'. See 'help'.", "demo", "--quickly")]
    [InlineData(2, "client add: --name is missing. See 'help'.", "client", "add", "--id", "edos-system")]
    [InlineData(2, "'house' is no purpose; there are master, digest, token and receipt", "keys", "rotate", "house")]
    [InlineData(2, "--ahead takes hours, minutes and seconds", "keys", "rotate", "digest", "--ahead", "00:00:01")]
    [InlineData(2, "'fun' is no purpose", "client", "add", "--id", "a-b", "--name", "x", "--department", "x", "--roles", "partner", "--regions", "000000", "--purposes", "fun")]
    public async Task Words_it_does_not_know_are_told_in_one_sentence(int exitCode, string said, params string[] words) =>
        (await Run(words)).ShouldSay(exitCode, said);

    [Fact]
    public async Task The_demo_fills_checks_and_ends_and_a_second_run_adds_nothing()
    {
        (await Run("demo", "--exit")).ShouldSay(0, "The demo's data is loaded", "\neligible: 张三", "\nrestricted: 张三", "\nreview: 李四", "curl -s http");

        (await Run("demo", "--exit")).ShouldSay(0, "The demo's data is there already; nothing was added.");
    }

    [Fact]
    public async Task Read_models_are_rebuilt_and_clients_added_while_the_service_runs_on_the_folder()
    {
        await using var service = await ServiceProcess.Start(_folder);

        (await Run("rebuild")).ShouldSay(0, "listing ", "equal to the live ones");
        var added = await Run(
            "client", "add", "--id", "edos-system", "--name", "某某登记系统", "--department", "某某民政局",
            "--roles", "registrationSystem", "--regions", "150600", "--purposes", "registration,change");
        added.ShouldSay(0, "edos-system may ask for tokens now");
        var caller = await ApiCaller.SignIn(service.Url, "edos-system", Secret().Match(added.Output).Value);
        ((int)(await caller.Get("/api/v1/rules")).Status).ShouldBe(200);
        (await Run("audit", "verify")).ShouldSay(0, "signed roots are what was recorded.");
        (await Run("keys", "rotate", "master")).ShouldSay(0, "The master key ", "vault.keys. Bring the file to every node");
        (await Run("keys", "list")).ShouldSay(0, "master    inUse", "master    published", "receipt   inUse");
        (await Run("client", "revoke", "--id", "edos-system")).ShouldSay(0, "edos-system gets no more tokens");
        (await Run("client", "revoke", "--id", "nobody-here")).ShouldSay(1, "There is no client nobody-here.");

        (await service.IsReady()).ShouldBeTrue();
    }

    [GeneratedRegex("^bls_.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Secret();

    private async Task<Said> Run(params string[] words)
    {
        await using var process = ServiceProcess.Launch(ServiceProcess.On(_folder), words);
        var exitCode = await process.Exit();
        return new Said(exitCode, process.Output);
    }

    private sealed record Said(int ExitCode, string Output)
    {
        public void ShouldSay(int exitCode, params string[] parts)
        {
            ExitCode.ShouldBe(exitCode, Output);
            foreach (var part in parts)
            {
                Output.ShouldContain(part);
            }
        }
    }
}
