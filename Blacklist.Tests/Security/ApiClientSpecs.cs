using Blacklist.Api.Security.Issuer;
using Blacklist.Domain.Kernel;

namespace Blacklist.Tests.Security;

public sealed class ApiClientSpecs
{
    private static readonly ApiClient Good = new("partner-1", "Partner", "", ["partner"], ["150600"], []);

    [Fact]
    public void A_good_client_can_be_registered() => Good.Problem.ShouldBeNull();

    [Fact]
    public void A_client_needs_a_plain_id_a_name_known_roles_and_real_regions()
    {
        Refused(Good with { Id = "a b" }, ApiClient.IdInvalid);
        Refused(Good with { Id = "ab" }, ApiClient.IdInvalid);
        Refused(Good with { Id = "partner\n" }, ApiClient.IdInvalid);
        Refused(Good with { Id = new string('a', 65) }, ApiClient.IdInvalid);
        Refused(Good with { Name = " " }, ApiClient.NameEmpty);
        Refused(Good with { Roles = [] }, ApiClient.RoleUnknown);
        Refused(Good with { Roles = ["partner", "root"] }, ApiClient.RoleUnknown);
        Refused(Good with { Regions = [] }, ApiClient.RegionInvalid);
        Refused(Good with { Regions = ["15"] }, ApiClient.RegionInvalid);
    }

    [Fact]
    public void A_secret_is_known_again_and_nothing_else_is()
    {
        var secret = ClientSecret.Create();
        var kept = ClientSecret.Of(secret);

        kept.Matches(secret).ShouldBeTrue();
        kept.Matches(secret + " ").ShouldBeFalse();
        kept.Matches("").ShouldBeFalse();
        ClientSecret.OfNobody.Matches(secret).ShouldBeFalse();
    }

    [Fact]
    public void What_is_kept_of_a_secret_is_salted_and_does_not_show_it()
    {
        var secret = ClientSecret.Create();

        ClientSecret.Of(secret).Hash.ShouldNotBe(ClientSecret.Of(secret).Hash);
        ClientSecret.Of(secret).ToString().ShouldBe("***");
        secret.Length.ShouldBe("bls_".Length + 43);
    }

    private static void Refused(ApiClient client, Refusal refusal) => client.Problem.ShouldBe(refusal);
}
