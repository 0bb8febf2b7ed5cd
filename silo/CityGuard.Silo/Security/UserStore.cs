using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Domain.People;

namespace CityGuard.Silo.Security;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">Random: a person who is removed and registered again is another one, and old tickets stay worthless.</param>
/// <param name="Area">Area id; the person commands what lies in it.</param>
internal sealed record UserRecord(
    string Id, string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<PersonRole>))] PersonRole Role, string Area, DateTimeOffset CreatedAt);

/// <summary>
/// People as files <c>D/users/HASH.json</c>, by their names, so that there is never a second of a name. Written by atomic rename, so that another process can
/// add or remove while the city runs; read at every check, so that a removal counts at the next one.
/// </summary>
internal sealed class UserStore(string dataFolder, TimeProvider clock)
{
    private readonly string _folder = Path.Combine(dataFolder, "users");

    /// <summary>Registers a person; null when there is one of that name already.</summary>
    public UserRecord? Add(string name, PersonRole role, string area)
    {
        PrivateFolder.Create(_folder);
        var record = new UserRecord(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), name, role, area, clock.GetUtcNow());
        return PrivateFolder.TryWriteNew(PathOf(name), JsonSerializer.SerializeToUtf8Bytes(record)) ? record : null;
    }

    public UserRecord? Find(string name) => Read(PathOf(name));

    public IReadOnlyList<UserRecord> List()
        => [.. (Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.json") : []).Select(Read).OfType<UserRecord>().OrderBy(r => r.Name, StringComparer.Ordinal)];

    public bool Remove(string name)
    {
        if (Find(name) is null)
            return false;
        File.Delete(PathOf(name));
        return true;
    }

    private static UserRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<UserRecord>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    // Names that people would take for the same are the same.
    private string PathOf(string name)
        => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant()))) + ".json");
}
