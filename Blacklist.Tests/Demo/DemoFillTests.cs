using Blacklist.Api.CommandLine;
using Blacklist.Api.Demo.Plan;
using Blacklist.Api.EventLog;
using Blacklist.Api.Hosting;
using Blacklist.Domain.BannedOrganizations;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Demo;

public sealed class DemoFillTests
{
    [Fact]
    public async Task A_registry_with_data_of_its_own_is_left_alone()
    {
        using var folder = new TemporaryDataFolder();
        await using var database = await DemoRegistry.CreateDatabase();
        await using var app = await DemoRegistry.Build(database, folder);
        var log = app.Services.GetRequiredService<EventStore>();
        var real = DemoPlan.Make(ShippedCalendar.Terms)[^1];
        await log.Append(new AppendRequest(
            [new StreamAppend(real.Recording.Id.Value, BannedOrganization.Stream.Type, 0, [new NewEvent(Guid.CreateVersion7(), real.Facts()[0])])], "a-case-officer"));
        var before = await log.Position();

        (await Should.ThrowAsync<StartProblem>(() => DemoCommand.Fill(app.Services, TextWriter.Null))).Message.ShouldContain("data of its own");

        (await log.Position()).ShouldBe(before);
    }
}
