namespace SecretGuard.Stores.Tests.Servers;

/// <summary>What a server on loopback does wrong.</summary>
public enum Fault
{
    None,

    /// <summary>429, with the seconds to wait.</summary>
    TooManyRequests,

    /// <summary>500 in the protocol's JSON.</summary>
    ServerError,

    /// <summary>503 with a page of a balancer.</summary>
    UnavailablePage,

    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>The connection ends within the body.</summary>
    Truncated,

    /// <summary>200 with the beginning of some JSON.</summary>
    HalfJson,

    /// <summary>200 with a page.</summary>
    Page,

    /// <summary>200 with no body.</summary>
    Empty,

    /// <summary>200 with JSON that means nothing.</summary>
    OtherJson,

    /// <summary>No answer.</summary>
    Silence,

    /// <summary>A byte now and then.</summary>
    SlowDrip,

    /// <summary>302 to a page where one signs in, on another host.</summary>
    Redirect,
}
