using System.Reflection;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

public sealed class CommandTests
{
    public static TheoryData<Type> AllCommands => [.. Commands];

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void A_command_is_a_sealed_record_alone_in_its_file(Type type)
    {
        type.IsSealed.ShouldBeTrue();
        type.GetMethod("<Clone>$").ShouldNotBeNull();
        var text = Text(FileOf(type).ShouldNotBeNull());
        text.Split("public static Outcome Decide(").Length.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void A_command_is_imperative_its_verb_comes_first(Type type)
    {
        var words = Words(type.Name);
        words.Length.ShouldBeGreaterThan(1);
        words[0].ShouldNotEndWith("ed");
        words[0].ShouldNotEndWith("ing");
        words[^1].ShouldNotBe("Command");
        // The state that it decides on is its object, not its subject.
        type.Name.ShouldNotStartWith(Decide(type)!.GetParameters()[0].ParameterType.Name);
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void A_command_has_specs_and_one_says_that_twice_changes_nothing(Type type) =>
        Specs(type).GetMethods().Select(method => method.Name)
            .ShouldContain(name => name.EndsWith("changes_nothing", StringComparison.Ordinal));

    /// <summary>So the API document lists every code an operation can answer.</summary>
    [Theory]
    [MemberData(nameof(AllCommands))]
    public void A_command_declares_its_refusals_and_each_is_reached_by_a_spec(Type type)
    {
        var refusals = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(Refusal)).ToList();
        var declared = (IReadOnlyList<Refusal>)type.GetProperty("Refusals", BindingFlags.Public | BindingFlags.Static).ShouldNotBeNull().GetValue(null)!;
        declared.ShouldBe(refusals.Select(field => (Refusal)field.GetValue(null)!), ignoreOrder: true);
        var reached = Named.Members(Specs(type));
        refusals.Where(refusal => !reached.Contains(refusal)).ShouldBeEmpty();
    }

    private static Type Specs(Type command) =>
        typeof(CommandTests).Assembly.GetType($"Blacklist.Tests.Domain.{FolderOf(command)}.{command.Name}Specs").ShouldNotBeNull($"{command.Name} has no specs.");

    private static string[] Words(string name) =>
        [.. name.Aggregate(new List<string>(), (words, letter) =>
        {
            if (char.IsUpper(letter))
            {
                words.Add("");
            }

            words[^1] += letter;
            return words;
        })];
}
