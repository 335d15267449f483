using System.Reflection;
using Blacklist.Api.Console.Forms;
using Blacklist.Api.Console.Histories;
using Blacklist.Api.Http.Json;
using Blacklist.Api.Pages;
using Blacklist.Domain.Appeals;
using Blacklist.Domain.BannedOrganizations;
using Blacklist.Domain.Calendar;
using Blacklist.Domain.CallerNotices;
using Blacklist.Domain.Callers;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Listings;
using Blacklist.Domain.Persons;
using Blacklist.Domain.Reexaminations;
using Blacklist.Domain.Rules;

namespace Blacklist.Tests.ConsolePages;

/// <summary>Forms follow the bodies of commands and histories follow the events, so each field and each fact must have its words.</summary>
public sealed class FormWordTests
{
    private static readonly Type[] Forms = [.. typeof(FormPage).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(FormPage)))];

    private static readonly string[] Told = [.. new[]
    {
        typeof(BannedOrganization), typeof(Listing), typeof(Appeal), typeof(Person), typeof(CallerNotice), typeof(Reexamination), typeof(CallerAccess), typeof(RuleCatalogue), typeof(CalendarYears),
    }.Select(stream => stream.Namespace!)];

    [Fact]
    public void Every_form_says_what_it_is_for_what_it_sends_and_what_comes_next() =>
        Forms.SelectMany(form => new[] { "title", "lead", "send", "done", "next" }.Select(part => $"{FormPage.NameOf(form)}.{part}")).Where(key => !PageText.Chinese.Has(key)).ShouldBeEmpty();

    [Fact]
    public void Every_field_and_choice_of_a_form_has_words()
    {
        Forms.Length.ShouldBeGreaterThan(40);
        foreach (var (form, body) in Forms.Select(form => (form, BodyOf(form))))
        {
            if (body is null)
            {
                continue;
            }

            var fields = new FormFields(FormPage.NameOf(form), PageText.Chinese, new Dictionary<string, IReadOnlyList<Offer>>(), [])
                .Of((Fields)JsonShape.Of(body), []).SelectMany(field => field.WithInner).Where(field => !field.Path.EndsWith("Id", StringComparison.Ordinal));
            foreach (var field in fields)
            {
                field.Label.ShouldNotContain(field.Path[(field.Path.LastIndexOf('.') + 1)..], customMessage: form.Name);
                field.Offered.Where(offer => offer.Label.EndsWith('.' + offer.Value, StringComparison.Ordinal)).ShouldBeEmpty($"{form.Name} {field.Path}");
            }
        }
    }

    [Fact]
    public void Every_fact_in_a_history_has_words()
    {
        var events = typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && Told.Any(told => type.Namespace!.StartsWith(told, StringComparison.Ordinal)));
        events.SelectMany(type => ShownFacts.Keys(type).Append("event." + Stored(type))).Distinct().Where(key => !PageText.Chinese.Has(key)).ShouldBeEmpty();
    }

    private static Type? BodyOf(Type page)
    {
        for (var type = page; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CommandPage<>))
            {
                return type.GenericTypeArguments[0];
            }
        }

        return null;
    }

    private static string Stored(Type type) => type.GetCustomAttribute<StoredNameAttribute>()!.Name.Replace("_v2", "", StringComparison.Ordinal);
}
