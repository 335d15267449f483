using Blacklist.Domain.Identity;

namespace Blacklist.Tests.Domain.Identity;

/// <summary>Valid numbers that belong to nobody (region 70xxxx, nationality 999), from a seeded generator.</summary>
internal static class DocumentSamples
{
    public static string ResidentId(Random random) => Citizen(random, $"70{random.Next(10_000):D4}");

    public static (DocumentType Type, string Number, string? Country) Any(Random random) => random.Next(7) switch
    {
        0 => (DocumentType.ResidentId, ResidentId(random), null),
        1 => (DocumentType.HkMacaoTaiwanResidencePermit, Citizen(random, $"8{random.Next(1, 4)}0000"), null),
        2 => (DocumentType.HkMacaoTravelPermit, $"{"HM"[random.Next(2)]}{random.Next(100_000_000):D8}", null),
        3 => (DocumentType.TaiwanTravelPermit, $"{random.Next(100_000_000):D8}", null),
        4 => (DocumentType.ForeignPermanentResidentCard, Citizen(random, "970999"), null),
        5 => (DocumentType.ForeignPermanentResidentCard, $"XXX7000{random.Next(100_000_000):D8}", null),
        _ => (DocumentType.Passport, $"P{random.Next(100_000_000):D8}", "XXA"),
    };

    private static string Citizen(Random random, string region)
    {
        var born = new DateOnly(1930, 1, 1).AddDays(random.Next(30_000));
        return Blacklist.Domain.Identity.ResidentId.WithCheckDigit($"{region}{born:yyyyMMdd}{random.Next(1_000):D3}");
    }
}
