using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Blacklist.Tests.Benchmarks.Peers;

/// <summary>As most would write it with EF Core: pooled contexts, a query without tracking, an entity saved.</summary>
internal static class EfCorePeer
{
    public static Action<WebApplication> Add(WebApplicationBuilder builder)
    {
        builder.Services.AddDbContextPool<PeerContext>(options => options.UseNpgsql(PeerDatabase.ConnectionString));
        return app => app.MapPost("/api/v1/eligibility-checks", Check);
    }

    private static async Task<PeerAnswer> Check(PeerRequest request, PeerContext database)
    {
        var (number, name) = (request.Applicants[0].Documents[0].Number, request.Applicants[0].Name);
        var listing = await database.RestrictedPersons.AsNoTracking()
            .Where(person => person.DocumentNumber == number && person.Name == name)
            .Select(person => person.ListingNumber).FirstOrDefaultAsync();
        var audit = new CheckAudit
        {
            CheckedAt = DateTime.UtcNow,
            Client = "benchmark",
            ApplicationReference = request.ApplicationReference,
            DocumentNumber = number,
            Verdict = listing is null ? "eligible" : "restricted",
            ListingNumber = listing,
        };
        database.Add(audit);
        await database.SaveChangesAsync();
        return PeerAnswer.Of(audit.Id, audit.CheckedAt, listing);
    }
}

internal sealed class PeerContext(DbContextOptions<PeerContext> options) : DbContext(options)
{
    public DbSet<RestrictedPerson> RestrictedPersons => Set<RestrictedPerson>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RestrictedPerson>(person =>
        {
            person.ToTable("restricted_person");
            person.Property(row => row.Id).HasColumnName("id");
            person.Property(row => row.DocumentNumber).HasColumnName("document_number");
            person.Property(row => row.Name).HasColumnName("name");
            person.Property(row => row.ListingNumber).HasColumnName("listing_number");
        });
        modelBuilder.Entity<CheckAudit>(audit =>
        {
            audit.ToTable("check_audit");
            audit.Property(row => row.Id).HasColumnName("id");
            audit.Property(row => row.CheckedAt).HasColumnName("checked_at");
            audit.Property(row => row.Client).HasColumnName("client");
            audit.Property(row => row.ApplicationReference).HasColumnName("application_reference");
            audit.Property(row => row.DocumentNumber).HasColumnName("document_number");
            audit.Property(row => row.Verdict).HasColumnName("verdict");
            audit.Property(row => row.ListingNumber).HasColumnName("listing_number");
        });
    }
}

internal sealed class RestrictedPerson
{
    public long Id { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Name { get; init; }

    public required string ListingNumber { get; init; }
}

internal sealed class CheckAudit
{
    public long Id { get; init; }

    public DateTime CheckedAt { get; init; }

    public required string Client { get; init; }

    public required string ApplicationReference { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Verdict { get; init; }

    public string? ListingNumber { get; init; }
}
