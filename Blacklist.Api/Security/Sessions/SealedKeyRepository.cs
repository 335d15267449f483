using System.Text;
using System.Xml.Linq;
using Blacklist.Api.Security.People;
using Blacklist.Api.Vault;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Blacklist.Api.Security.Sessions;

/// <summary>
/// Keys of cookies and form tokens (ASP.NET Core Data Protection), the same on all nodes: kept in the database, each sealed whole by the vault.
/// A row that the vault does not open was written by somebody else and is an error.
/// </summary>
internal sealed class SealedKeyRepository(NpgsqlDataSource database, IdentityVault vault) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.Command("SELECT name, sealed_xml FROM security.session_keys ORDER BY created_at, name");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
            elements.Add(XElement.Parse(Encoding.UTF8.GetString(vault.OpenBlob(reader.GetFieldValue<byte[]>(1), Associated(reader.GetString(0))))));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var plain = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        using var command = database.Command(
            "INSERT INTO security.session_keys (name, sealed_xml) VALUES ($1, $2)", friendlyName, vault.SealBlob(plain, Associated(friendlyName)));
        command.ExecuteNonQuery();
    }

    private static byte[] Associated(string name) => Encoding.UTF8.GetBytes($"session-key/{name}");
}
