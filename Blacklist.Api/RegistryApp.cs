using Blacklist.Api.Appeals;
using Blacklist.Api.Audit;
using Blacklist.Api.Audit.Recording;
using Blacklist.Api.BannedOrganizations;
using Blacklist.Api.Calendar;
using Blacklist.Api.CallerNotices;
using Blacklist.Api.Callers;
using Blacklist.Api.Commands;
using Blacklist.Api.Console;
using Blacklist.Api.Deadlines;
using Blacklist.Api.Eligibility;
using Blacklist.Api.Eligibility.Determinations;
using Blacklist.Api.Eligibility.Effects;
using Blacklist.Api.Eligibility.Files;
using Blacklist.Api.Eligibility.Index;
using Blacklist.Api.Eligibility.Index.SelfCheck;
using Blacklist.Api.EventLog;
using Blacklist.Api.EventLog.Json;
using Blacklist.Api.Hosting;
using Blacklist.Api.Http;
using Blacklist.Api.Imports;
using Blacklist.Api.Jobs;
using Blacklist.Api.Letters;
using Blacklist.Api.Listings;
using Blacklist.Api.Lookups;
using Blacklist.Api.OpenApi;
using Blacklist.Api.Pages;
using Blacklist.Api.Persons;
using Blacklist.Api.Projections;
using Blacklist.Api.Public;
using Blacklist.Api.Receipts;
using Blacklist.Api.Receipts.Roots;
using Blacklist.Api.Reexaminations;
using Blacklist.Api.Reference;
using Blacklist.Api.Retention;
using Blacklist.Api.Rules;
using Blacklist.Api.Security;
using Blacklist.Api.Security.Keys;
using Blacklist.Api.Vault;
using Blacklist.Domain.Eligibility;

namespace Blacklist.Api;

/// <summary>The service, put together: what it is made of, and what it answers.</summary>
internal static class RegistryApp
{
    public static IReadOnlyList<Projection> Projections =>
    [
        new BannedOrganizationView(),
        new ListingView(),
        new AppealView(),
        new ListedPersonView(),
        new KnownOrganizationView(),
        new DeadlineView(),
        new CallerNoticeView(),
        new ReexaminationView(),
        new AnchoredChainView(),
        new CallerPauseView(),
    ];

    public static async Task<int> Serve(string[] args)
    {
        await using var app = await Build(args);
        await app.RunRegistry();
        return 0;
    }

    /// <summary>The settings lie beside the program, wherever it is started from.</summary>
    public static WebApplicationBuilder NewBuilder(params string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(RegistryApp).Assembly.GetName().Name });

    public static async Task<WebApplication> Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = NewBuilder(args);
        adjust?.Invoke(builder);
        var registry = await builder.OpenRegistry(Projections);
        builder.Services.AddKeys(registry.Vault, VaultOptions.From(builder.Configuration, registry.Folder.Path));
        await builder.Services.AddReceipts(registry.Database.App, registry.Vault);
        await builder.Services
            .AddHttpEdge(exceptions => exceptions
                .Map<OutcomeUnknownException>(Problems.OutcomeUnknown())
                .Map<LogOverloadedException>(Problems.Overloaded())
                .Map<AuditUnavailableException>(Problems.Unavailable())
                .Map<ReadModelsReplacedException>(Problems.Unavailable())
                .Map<IndexInDoubtException>(Problems.NodeOutOfService())
                .Map<IndexStuckException>(Problems.NodeOutOfService())
                .Map<IndexBehindException>(Problems.Unavailable())
                .Map<IssuerUnavailableException>(Problems.Unavailable()))
            .AddOpenApiDocument()
            .AddAudit()
            .AddRetention()
            .AddCommands()
            .AddReference()
            .AddBannedOrganizations()
            .AddListings()
            .AddAppeals()
            .AddImports()
            .AddRules()
            .AddCalendar()
            .AddPersons()
            .AddEligibilityChecks()
            .AddIndexSelfCheck(builder.Configuration)
            .AddApplicantFiles()
            .AddDeterminations()
            .AddRetroactiveEffects()
            .AddCallerNotices()
            .AddReexaminations()
            .AddDeadlines()
            .AddJobs(builder.Configuration)
            .AddLetters()
            .AddLookups()
            .AddCallers()
            .AddPages()
            .AddPublicPages()
            .AddConsole()
            .AddAccess(builder.Configuration, registry.Database.App, registry.Vault, [.. EnumWords.All<CheckPurpose>()]);

        var app = builder.Build();
        _ = app.Services.GetRequiredService<OpenRegistry>(); // from here on closed with the application, whether it runs or not
        app.UseTrustedProxies();
        app.UseHttpEdge();
        app.UsePages();
        app.UseOpenApiPages();
        app.UseAudit();
        app.UseAccess();
        MapEndpoints(app);
        await app.Services.GetRequiredService<RulesFile>().Offer();
        await app.Services.GetRequiredService<CalendarStart>().Offer();
        return app;
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapHealth();
        app.MapProblemPages();
        app.MapAccess();
        app.MapKeys();
        app.MapAudit();
        app.MapRetention();
        app.MapBannedOrganizations();
        app.MapListings();
        app.MapAppeals();
        app.MapRules();
        app.MapCalendar();
        app.MapPersons();
        app.MapEligibilityChecks();
        app.MapApplicantFiles();
        app.MapDeterminations();
        app.MapCallerNotices();
        app.MapReexaminations();
        app.MapDeadlines();
        app.MapJobs();
        app.MapReceipts();
        app.MapLetters();
        app.MapLookups();
        app.MapCallers();
        app.MapPages();
    }
}
