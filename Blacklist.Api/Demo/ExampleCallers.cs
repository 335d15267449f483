using Blacklist.Api.Demo.Plan;
using Blacklist.Api.EventLog;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Api.Demo;

/// <summary>A caller that was paused, to look at and to resume.</summary>
internal sealed class ExampleCallers(EventStore log)
{
    private static readonly ClerkId Paused = new("demo-system");

    /// <summary>What is there already stays.</summary>
    public async Task Add()
    {
        var stream = await log.Load(CallerAccess.IdOf(Paused));
        if (stream.Version == 0)
        {
            var facts = PauseCaller.Decide(
                CallerAccess.Initial, new PauseCaller(Paused, PauseCause.NumbersOfOneBirthday, 21, 20, "自动暂停 (演示)", DemoClients.Administrator)).Facts();
            await log.Append(new AppendRequest(
                [new StreamAppend(stream.Id, CallerAccess.Stream.Type, stream.Version, [.. facts.Select(fact => new NewEvent(Guid.CreateVersion7(), fact))])],
                DemoClients.Administrator.Value));
        }
    }
}
