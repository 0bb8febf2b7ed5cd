using CityGuard.Domain.Incidents;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

internal sealed class VaultQueries(Database database) : IDisposable
{
    private static readonly string NoKey = $"zeroblob({Box.KeyLength})";

    private readonly Statement _find = database.Prepare("SELECT k.key, b.box FROM boxes b JOIN keys k ON k.id = b.key WHERE b.reference = ?");
    private readonly Statement _list = database.Prepare($"SELECT incident, key = {NoKey} FROM keys ORDER BY id");
    private readonly Statement _read = database.Prepare($"SELECT k.key, k.key = {NoKey}, b.reference, b.box FROM keys k LEFT JOIN boxes b ON b.key = k.id WHERE k.incident = ? ORDER BY b.id");

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

    /// <summary>Keys stay where they are: only whether they are destroyed is told.</summary>
    public IReadOnlyList<KeptIncident> List()
    {
        try
        {
            var kept = new List<KeptIncident>();
            while (_list.Step())
                kept.Add(new KeptIncident(IncidentId.Parse(_list.Text(0)), _list.Int64(1) != 0));
            return kept;
        }
        finally
        {
            _list.Reset();
        }
    }

    /// <summary>In one statement, so of one moment: an erasure beside it is in all of it or in nothing.</summary>
    public SealedIncident? Read(IncidentId incident)
    {
        try
        {
            if (!_read.Bind(1, incident.Value).Step())
                return null;
            var (key, texts) = (_read.Int64(1) != 0 ? null : _read.Bytes(0), new List<SealedText>());
            for (var more = !_read.IsNull(2); more; more = _read.Step())
                texts.Add(new SealedText(_read.Text(2), _read.Bytes(3)));
            return new SealedIncident(incident, key, texts);
        }
        finally
        {
            _read.Reset();
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _list.Dispose();
        _read.Dispose();
        database.Dispose();
    }
}
