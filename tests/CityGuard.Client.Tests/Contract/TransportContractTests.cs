namespace CityGuard.Client.Tests.Contract;

public sealed class HttpContractTests(ContractCity city) : CityContract(city)
{
    protected override CityGuardClient Connect(string? key) => City.OverHttp(key);
}

public sealed class ClusterContractTests(ContractCity city) : CityContract(city)
{
    protected override CityGuardClient Connect(string? key) => City.InCluster(key);
}
