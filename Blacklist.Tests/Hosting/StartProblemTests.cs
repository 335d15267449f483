using Blacklist.Api.Hosting.Embedded;

namespace Blacklist.Tests.Hosting;

/// <summary>A start that cannot succeed ends with one sentence and exit code 1, without a stack trace.</summary>
public sealed class StartProblemTests : IDisposable
{
    private readonly TemporaryDataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Hots=db.example", "ConnectionStrings__Registry cannot be read")]
    [InlineData("Host=127.0.0.1;Port=1;Username=registry;Database=registry", "The database 127.0.0.1:1/registry cannot be used: ")]
    public Task A_connection_string_that_leads_nowhere_is_told(string connectionString, string sentence) =>
        Refused("ConnectionStrings__Registry", connectionString, sentence);

    [Fact]
    public Task A_data_folder_that_cannot_be_written_is_told() =>
        Refused("Registry__DataFolder", "/proc/blacklist", "The data folder /proc/blacklist cannot be written");

    [Fact]
    public Task Missing_binaries_are_told_with_the_ways_out() =>
        Refused("Registry__PostgresBinaries", folder.Path, $"No PostgreSQL 15 or newer was found ({folder.Path}): install Node.js 20 and build again");

    [Fact]
    public async Task An_address_in_use_is_told_and_the_server_is_stopped_again()
    {
        using var other = new TemporaryDataFolder();
        await using var first = await ServiceProcess.Start(other);

        await Refused("ASPNETCORE_URLS", first.Url.ToString(), "address already in use: end the program that uses it");

        new PostmasterFile(folder.Cluster).Exists.ShouldBeFalse();
    }

    private async Task Refused(string name, string value, string sentence)
    {
        await using var service = ServiceProcess.Launch(new Dictionary<string, string>(ServiceProcess.On(folder)) { [name] = value });

        (await service.Exit()).ShouldBe(1);
        service.Output.TrimEnd().Split('\n')[^1].ShouldContain(sentence);
        service.Output.ShouldNotContain("   at ");
    }
}
