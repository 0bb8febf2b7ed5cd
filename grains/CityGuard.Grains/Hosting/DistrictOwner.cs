namespace CityGuard.Grains.Hosting;

/// <summary>On which silo a district belongs now, as far as this silo knows the membership.</summary>
internal sealed class DistrictOwner(PlacementSeed seeds, IClusterMembershipService membership, ILocalSiloDetails local)
{
    /// <summary>False when the actor of this key belongs with its district on another silo.</summary>
    public bool IsHere(string key)
    {
        if (!seeds.TryOf(key, out var seed))
            return true;
        SiloAddress[] active = [.. membership.CurrentSnapshot.Members.Values.Where(m => m.Status == SiloStatus.Active).Select(m => m.SiloAddress)];
        return active.Length == 0 || DistrictPlacementDirector.Owner(active, seed).Equals(local.SiloAddress);
    }

    /// <summary>
    /// Has an actor leave that stands outside its district. A sector that moves takes its actors along, but a message on its way
    /// may wake one again where the district was; such a stray finds home by itself, at its next round. Where placement does not know
    /// the new silo yet, it stays.
    /// </summary>
    public void SendHome(Grain actor)
    {
        if (!IsHere(actor.GetPrimaryKeyString()))
            actor.MigrateOnIdle();
    }
}
