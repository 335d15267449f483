using System.Reflection;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary>What the analyzer refuses in the domain by <c>BannedSymbols.txt</c> is not there, not even under a suppressed warning.</summary>
public sealed class DomainPurityTests
{
    private static readonly HashSet<string> Banned =
        [.. Text("Blacklist.Domain/BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0].Trim()).Where(symbol => symbol.Length > 0)];

    [Theory]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("T:System.TimeProvider")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("T:System.Random")]
    [InlineData("T:System.Threading.Tasks.Task")]
    [InlineData("T:System.IO.File")]
    [InlineData("N:System.Net")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Console")]
    public void The_list_names_clock_chance_waiting_and_the_world_outside(string symbol) => Banned.ShouldContain(symbol);

    [Fact]
    public void The_domain_uses_nothing_on_the_list() =>
        TypesOf(DomainCode)
            .SelectMany(type => Named.Members(type).SelectMany(Symbols).Concat(Named.Types(type).SelectMany(Symbols))
                .Where(Banned.Contains).Distinct().Select(symbol => $"{type.FullName} uses {symbol}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_domain_has_no_async_method_and_no_logger() =>
        TypesOf(DomainCode).SelectMany(Named.Types).Where(type => type.Name is "ILogger" or "IAsyncStateMachine").ShouldBeEmpty();

    private static IEnumerable<string> Symbols(MemberInfo member) => member switch
    {
        Type type => [$"T:{type.FullName}", .. Namespaces(type)],
        MethodBase { DeclaringType: { } type } method when method.Name.StartsWith("get_", StringComparison.Ordinal) => [$"P:{type.FullName}.{method.Name[4..]}"],
        MethodBase { DeclaringType: { } type } method => [$"M:{type.FullName}.{method.Name}"],
        _ => [],
    };

    private static IEnumerable<string> Namespaces(Type type)
    {
        for (var space = type.Namespace ?? ""; space.Length > 0; space = space[..Math.Max(0, space.LastIndexOf('.'))])
        {
            yield return $"N:{space}";
        }
    }
}
