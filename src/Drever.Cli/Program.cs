Console.WriteLine("drever");
