using System.Collections;
using System.Reflection;
using System.Text.Json;
using Blacklist.Api.Pages;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Regions;

namespace Blacklist.Api.Console.Histories;

/// <summary>The facts of an event in words: days, texts and choices. References, such as that of a person, say nothing to a reader and are left out.</summary>
internal sealed class ShownFacts(PageText texts, AccountNames names, RegionCatalogue regions)
{
    /// <summary>Who acted stands beside the fact.</summary>
    private const string By = "By";

    public IReadOnlyList<Shown> Of(IEvent fact) =>
        [.. Told(fact.GetType()).Select(property => new Shown(texts[Key(property)], Text(property.GetValue(fact)) ?? "")).Where(shown => shown.Value.Length > 0)];

    /// <summary>Whom the facts of an event name.</summary>
    public static IEnumerable<string> Accounts(IEvent fact) =>
        Told(fact.GetType()).Select(property => property.GetValue(fact)).OfType<ClerkId>().Select(account => account.Value);

    /// <summary>The words that the facts of an event need.</summary>
    public static IEnumerable<string> Keys(Type fact) => Told(fact).Select(Key);

    private static IEnumerable<PropertyInfo> Told(Type fact) =>
        fact.GetProperties().Where(property => IsTold(property.PropertyType) && property.Name is not (nameof(Deadline.CalendarVersion) or By));

    /// <summary>A choice is labelled by what is chosen, anything else by its name.</summary>
    private static string Key(PropertyInfo property)
    {
        var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return $"field.{JsonNamingPolicy.CamelCase.ConvertName(value.IsEnum ? value.Name : property.Name)}";
    }

    private static bool IsTold(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsEnum || value == typeof(string) || value == typeof(DateOnly) || value == typeof(int) || value == typeof(bool)
            || value == typeof(Deadline) || value == typeof(RegionCode) || value == typeof(ClerkId)
            || (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && (IsTold(type.GenericTypeArguments[0]) || type.GenericTypeArguments[0] == typeof(Evidence)));
    }

    private string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        ClerkId clerk => names[clerk.Value],
        DateOnly day => PageText.Day(day),
        bool yes => texts[yes ? "form.yes" : "form.no"],
        Enum choice => Word(choice),
        Deadline deadline => DeadlineWords.Of(deadline, texts),
        RegionCode region => regions.NameOf(region) is { } name ? $"{name} {region}" : region.Value,
        Evidence evidence => texts["history.evidence", evidence.Title, evidence.Reference],
        IEnumerable list => string.Join(texts["list.separator"], list.Cast<object>().Select(item => Text(item))),
        _ => value.ToString(),
    };

    private string Word(Enum choice) =>
        texts[$"{JsonNamingPolicy.CamelCase.ConvertName(choice.GetType().Name)}.{JsonNamingPolicy.CamelCase.ConvertName(choice.ToString())}"];
}
