using System.Reflection;
using System.Text.Json;
using Blacklist.Domain.Kernel;
using static Blacklist.Tests.Architecture.Code;

namespace Blacklist.Tests.Architecture;

public sealed class EventTests
{
    public static TheoryData<Type> AllEvents => [.. Events];

    [Theory]
    [MemberData(nameof(AllEvents))]
    public void An_event_is_a_sealed_record_beside_the_other_events_of_its_stream(Type type)
    {
        type.IsSealed.ShouldBeTrue();
        type.GetMethod("<Clone>$").ShouldNotBeNull();
        Files("Blacklist.Domain").Single(file => Text(file).Contains($"record {type.Name}(", StringComparison.Ordinal)).ShouldEndWith("Events.cs");
    }

    [Theory]
    [MemberData(nameof(AllEvents))]
    public void An_event_is_named_in_the_past_tense_and_stored_under_that_name(Type type)
    {
        type.Name.ShouldMatch("(ed|wn|ent|ilt|ld)(V[0-9]+)?$");
        StoredName(type).ShouldMatch($"^{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)}(_v[0-9]+)?$");
    }

    [Fact]
    public void No_two_events_share_a_stored_name() =>
        Events.GroupBy(StoredName).Where(group => group.Count() > 1).ShouldBeEmpty();

    /// <summary>Who a person is stands in the identity vault; an event has a reference.</summary>
    [Theory]
    [MemberData(nameof(AllEvents))]
    public void An_event_holds_no_personal_data(Type type) =>
        Held(type).Where(held => FolderOf(held) is "Identity" or "Names").ShouldBeEmpty();

    private static string StoredName(Type type) => type.GetCustomAttribute<StoredNameAttribute>().ShouldNotBeNull().Name;

    private static IEnumerable<Type> Held(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType))
        .Where(held => held.Assembly.Equals(DomainCode) && held != type)
        .SelectMany(held => Held(held).Append(held));
}
