using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Domain.Callers;

/// <summary>A caller as the specs know one.</summary>
internal static class ACaller
{
    public static readonly ClerkId Caller = new("system-150600");
    public static readonly ClerkId Administrator = new("administrator-000000");

    public static readonly CallerPaused Paused = new(Caller, PauseCause.NumbersOfOneBirthday, 21, 20, null, new ClerkId("oracle-watch"));
    public static readonly CallerResumed Resumed = new(Caller, "已核实为集中换届", Administrator);

    public static Scenario<CallerAccess> Given(params IEvent[] past) => Scenario<CallerAccess>.Given(CallerAccess.Initial, CallerAccess.Evolve, past);
}
