using System.Reflection;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

/// <summary><c>Facts.md</c> says which command records which facts; the code of each command says the same.</summary>
public sealed class FactsTests
{
    private static readonly string[] Page = [.. Text("Blacklist.Domain/Facts.md").Split('\n').Where(line => line.StartsWith('|'))];

    [Fact]
    public void The_page_says_what_the_commands_do() =>
        Page.ShouldBe(Lines, "\n" + string.Join('\n', Lines));

    [Fact]
    public void Every_fact_is_recorded_by_some_command() => Events.Except(Commands.SelectMany(Facts)).ShouldBeEmpty();

    private static string[] Lines =>
    [
        "| Stream | Command | Facts | Refused with |",
        "| --- | --- | --- | --- |",
        .. Commands.OrderBy(FolderOf, StringComparer.Ordinal).ThenBy(command => command.Name, StringComparer.Ordinal).Select(Line),
    ];

    private static string Line(Type command) =>
        $"| {Stream(command)} | `{command.Name}` | {List(Facts(command).Select(fact => fact.Name))} | {List(Refusals(command))} |";

    private static string Stream(Type command) =>
        (string)((dynamic)Decide(command)!.GetParameters()[0].ParameterType.GetField("Stream")!.GetValue(null)!).Type;

    /// <summary>The events that the command's code makes.</summary>
    private static IEnumerable<Type> Facts(Type command) => Named.Members(command).OfType<ConstructorInfo>()
        .Select(constructor => constructor.DeclaringType!).Where(type => type.IsAssignableTo(typeof(IEvent))).Distinct()
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Refusals(Type command) =>
        ((IReadOnlyList<Refusal>)command.GetProperty("Refusals")!.GetValue(null)!).Select(refusal => refusal.Code);

    private static string List(IEnumerable<string> words) => words.Any() ? string.Join(", ", words.Select(word => $"`{word}`")) : "–";
}
