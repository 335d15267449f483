using Blacklist.Api.EventLog;
using Blacklist.Api.Vault;
using Blacklist.Domain.Identity;
using Blacklist.Domain.Kernel;
using Blacklist.Domain.Persons;

namespace Blacklist.Api.Persons;

/// <summary>Opens a person with all that is linked to it, corrections in place of what they correct.</summary>
internal sealed class WholePersons(EventStore log, IdentityVault vault)
{
    public async Task<PersonIdentity?> Open(PersonId id) => await Open(id, (await log.Load(id.Value)).Fold(Person.Initial, Person.Evolve));

    /// <returns>Null when nothing is known of the person any more.</returns>
    public async Task<PersonIdentity?> Open(PersonId id, Person person)
    {
        var opened = await vault.Open([id, .. person.Links.Keys]);
        var links = person.Links.Aggregate(PersonLinks.None, (all, link) => all.With(id, link.Key, link.Value));
        return links.IdentityOf(id, identity => opened[identity].Identity);
    }
}
