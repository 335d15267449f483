using Blacklist.Api.Hosting.Embedded;

namespace Blacklist.Tests.Hosting;

/// <summary>The service as a process with nothing configured but its data folder.</summary>
public sealed class EmbeddedDefaultTests : IDisposable
{
    private readonly TemporaryDataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_says_what_to_open_and_where_the_data_is()
    {
        await using var service = await ServiceProcess.Start(folder);

        service.Output.ShouldContain(service.Url + "swagger");
        service.Output.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_in_order_and_leaves_no_server_behind()
    {
        await using var service = await ServiceProcess.Start(folder);

        (await service.Stop()).ShouldBe(0);

        new PostmasterFile(folder.Cluster).Exists.ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "postgres-log", "server.log"))).ShouldContain("database system is shut down");
    }

    [Fact]
    public async Task Ctrl_C_while_it_is_starting_leaves_no_server_behind_either()
    {
        await using var service = ServiceProcess.Launch(ServiceProcess.On(folder));
        await Poll.Until(() => new PostmasterFile(folder.Cluster).Exists);

        await service.Stop();

        new PostmasterFile(folder.Cluster).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task Killed_it_starts_again_on_the_same_folder_though_its_server_went_on()
    {
        await using (var first = await ServiceProcess.Start(folder))
        {
            await first.Kill9();
        }

        var left = new PostmasterFile(folder.Cluster).Servers();
        left.ShouldNotBeEmpty();
        await using var second = await ServiceProcess.Start(folder);
        new PostmasterFile(folder.Cluster).Servers().ShouldNotContain(id => left.Contains(id));
    }

    [Fact]
    public async Task Killed_together_with_its_server_it_starts_again()
    {
        await using (var first = await ServiceProcess.Start(folder))
        {
            await first.Kill9();
            PostgresProcess.Kill9(folder.Cluster);
        }

        await using var second = await ServiceProcess.Start(folder);
    }

    [Fact]
    public async Task When_the_server_dies_it_is_started_again_without_a_hand()
    {
        await using var service = await ServiceProcess.Start(folder);
        var killed = new PostmasterFile(folder.Cluster).Servers();

        PostgresProcess.Kill9(folder.Cluster);

        await Poll.Until(
            async () => await service.IsReady() && new PostmasterFile(folder.Cluster).Servers() is { Count: > 0 } now && !now.Intersect(killed).Any());
    }

    [Fact]
    public async Task A_second_instance_on_the_folder_is_refused_in_one_sentence()
    {
        await using var first = await ServiceProcess.Start(folder);
        await using var second = ServiceProcess.Launch(ServiceProcess.On(folder));

        (await second.Exit()).ShouldBe(1);
        second.Output.Trim().ShouldBe(
            $"Another instance (process {first.Id}) already works on the data folder {folder.Path}: stop it, or set Registry__DataFolder to another folder.");
        (await first.IsReady()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_pid_file_whose_number_is_another_process_now_is_no_obstacle()
    {
        await using (await ServiceProcess.Start(folder))
        {
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "postmaster.pid"), $"{Environment.ProcessId}\n{folder.Cluster}\n1\n5432\n\n\n 1 1\n");

        await using var service = await ServiceProcess.Start(folder);
    }
}
