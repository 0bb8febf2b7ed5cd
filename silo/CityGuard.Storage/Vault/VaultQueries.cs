using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

internal sealed class VaultQueries(Database database) : IDisposable
{
    private readonly Statement _find = database.Prepare("SELECT k.key, b.box FROM boxes b JOIN keys k ON k.id = b.key WHERE b.reference = ?");

    public (byte[] Key, byte[] Box)? Find(string reference)
    {
        try
        {
            return _find.Bind(1, reference).Step() ? (_find.Bytes(0), _find.Bytes(1)) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        database.Dispose();
    }
}
